import { ok, refuse } from '@quanheng/domain/kernel/result'
import { type Breach, breachesOf } from '@quanheng/domain/organisation/separation'
import type { OnPosts } from '../organisation/index.ts'
import { namedBreaches } from './present.ts'
import { roleWorld } from './world.ts'

const keyOf = ({ code, first, second, sheet }: Breach): string =>
  [code, first.personId, second.personId, sheet?.key].join('\n')

/**
 * What opens a chain by which one natural person does what two must do is refused with the chain; chains that were there
 * before stop nothing and stand on the page 职责分离.
 */
export const keepSeparation: OnPosts = async (tx, today) => {
  const known = new Set(breachesOf(await roleWorld(tx, today)).map(keyOf))
  return async () => {
    const opened = breachesOf(await roleWorld(tx, today)).filter((breach) => !known.has(keyOf(breach)))
    const [breach] = await namedBreaches(tx, opened.slice(0, 1))
    if (breach === undefined) return ok(null)
    const { code, first, second, sameBy, sheetName } = breach
    return refuse('post.breaksSeparation', {
      params: {
        breach: code,
        sameBy,
        first: first.login,
        firstPost: first.post,
        firstUnit: first.unitName,
        second: second.login,
        secondPost: second.post,
        secondUnit: second.unitName,
        ...(sheetName !== null && { sheet: sheetName }),
      },
    })
  }
}
