/** Sentences that all begin with the same clause, without it: 目标值为零的，得满分 and 目标值为零的，不得分 become 得满分 and 不得分. */
export const shortChoices = (lines: readonly string[]): readonly string[] => {
  const [first = ''] = lines
  const opening = first.slice(0, first.indexOf('，') + 1)
  return opening !== '' && lines.every((line) => line.startsWith(opening) && line.length > opening.length)
    ? lines.map((line) => line.slice(opening.length))
    : lines
}
