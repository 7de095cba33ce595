const names: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text as it may stand in HTML, between tags and in attributes. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (c) => names[c]);

/** A page of the server's own: no script, its style in a file. */
export const page = (title: string, body: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title>
<link rel="stylesheet" href="/api/docs.css">
</head>
<body>
${body}
</body>
</html>
`;

export const style = `:root { color-scheme: light dark; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.15rem; margin-top: 2rem; }
details { border-top: 1px solid #8886; padding: .4rem 0; } summary { cursor: pointer; }
code { font-family: ui-monospace, monospace; font-size: .92em; overflow-wrap: anywhere; }
.method { display: inline-block; min-width: 4.2em; font-weight: 600; }
table { border-collapse: collapse; width: 100%; } td, th { text-align: left; vertical-align: top; padding: .2rem .8rem .2rem 0; }
form { display: grid; gap: .8rem; max-width: 22rem; } label { display: grid; gap: .2rem; }
input, button { font: inherit; padding: .4rem .6rem; border: 1px solid #8886; border-radius: 3px; } button { cursor: pointer; font-weight: 600; }
`;
