export { type Brief, type BriefSection, type BriefSentence, briefMarkdown, type Cited } from "./footnotes.js";
