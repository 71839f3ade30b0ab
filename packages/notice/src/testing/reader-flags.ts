import { readFileSync } from 'node:fs'

const launcher = new URL('../../../../quanheng', import.meta.url)

/** What `./quanheng read-notice` gives to Node.js, for programs that must show what the command does. */
export function readerFlags(): readonly string[] {
  const [, flags] = /read-notice \] && exec "\$node" ((?:--\S+ )+)"/.exec(readFileSync(launcher, 'utf8')) ?? []
  if (flags === undefined) throw new Error('quanheng runs read-notice in another way')
  return flags.trim().split(' ')
}
