/**
 * The one copy of a string that the engine keeps for property names, where literals are too: comparing two such strings compares two
 * addresses, their hash is known, and none holds on to the document it was cut from. Slow; for vocabularies, not for tokens.
 */
export const intern = (text: string): string => Object.keys({ [text]: 0 })[0];
