const promises =
  /\b(?:heal(?:s|ed|ing)?|treat(?:s|ed|ing|ments?)?|diagnos\w*|toxi\w*|detox\w*|leaky|guilt\w*|cheat\w*|cur(?:es?|ed|ing)|cleans\w*)\b/iu;
const advice =
  /\b(?:avoid\w*|remov\w*|eliminat\w*|exclud\w*|quit\w*|cut(?:ting)? (?:it |them )?(?:out|down)|giv(?:e|ing) (?:it |them )?up|stop(?:ping)? (?:eating|drinking|using|taking)|you should|swap\w*|replac\w*)\b/iu;

/**
 * The first word of a text of ours that promises, names an illness of the reader or advises to leave a food
 * out; null when there is none. What stands in “quotation marks” is quoted and may say anything.
 */
export const forbiddenWord = (text: string): string | null => {
  const own = text.replace(/“[^”]*”/gu, '“”');
  return promises.exec(own)?.[0] ?? advice.exec(own)?.[0] ?? null;
};
