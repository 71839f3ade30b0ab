import type { PackLine } from './lines.ts'

/** Explains its folder; written by the platform and never taken back. */
export const folderNote = '本目录说明.txt'

/** Where a file of a returned pack belongs. */
export type PackPlace =
  | { readonly kind: 'line'; readonly line: PackLine }
  /** A scan of what was printed and stamped. */
  | { readonly kind: 'original' }
  /** What systems and programs leave behind, and the notes of the platform itself. */
  | { readonly kind: 'leavings' }
  /** In no numbered folder, or under a number that the plan does not have. */
  | { readonly kind: 'unmatched' }

const leavings: readonly RegExp[] = [/^~\$/, /^\._/, /^\.DS_Store$/i, /^thumbs\.db$/i, /^desktop\.ini$/i, /^\.~lock\./]

const numberOf = (folder: string): string | undefined => /^(\d{2,3})(?![\d年月日号])/.exec(folder)?.[1]

/**
 * By the number that its folder begins with, whatever the folder is called behind it: people shorten names. Sub-folders belong
 * to the numbered folder above them.
 * @param path below the pack's own folder, with `/`
 */
export const placeInPack = (path: string, lines: readonly PackLine[]): PackPlace => {
  const folders = path.split('/')
  const name = folders.pop() ?? ''
  if (name === folderNote || folders.includes('__MACOSX') || leavings.some((one) => one.test(name)))
    return { kind: 'leavings' }
  const number = folders.map(numberOf).find((one) => one !== undefined)
  if (number === undefined) return { kind: 'unmatched' }
  if (Number(number) === 0) return { kind: 'original' }
  const line = lines.find((one) => Number(one.number) === Number(number))
  return line ? { kind: 'line', line } : { kind: 'unmatched' }
}
