/** 关于印发《…》的通知 is about the paper that it encloses: the plan bears that name. */
export const titleOf = (printed: string): string => {
  const inner = /关于印发[《“]?(.+?)[》”]?的通知$/.exec(printed.replaceAll(/\s/g, ''))?.[1]
  return inner ?? printed.replaceAll('\n', '')
}

/** The first year that the words name. */
export const yearIn = (words: string): number | undefined => {
  const found = /20\d{2}/.exec(words)?.[0]
  return found === undefined ? undefined : Number(found)
}
