export { type Brief, briefMarkdown, type BriefSection, type BriefSentence, type Cited } from "./footnotes.js";
