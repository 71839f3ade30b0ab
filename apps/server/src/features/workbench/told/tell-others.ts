import type { CommandRoute } from '@quanheng/contract/route'
import type { Changed, Notification } from '@quanheng/domain/notification/model'
import { isTold, notificationsOf, type ToldNoun } from '@quanheng/domain/notification/notifications-of'
import type { Tx } from '../../../platform/database/database.ts'
import type { Actor } from '../../../platform/door/actor.ts'
import type { Context } from '../../../platform/door/context.ts'
import type { Change, CommandHandler } from '../../../platform/door/outcome.ts'
import type { Binding } from '../../../platform/http/bind.ts'
import { notifyEach } from '../../../platform/work/notify.ts'
import { unitNames } from '../../result/index.ts'
import { peopleMeant } from './audience.ts'
import { type Ground, groundFor } from './ground.ts'

interface Told extends Notification {
  readonly noun: ToldNoun
  readonly form: unknown
}

const toldBy = (changes: readonly Change[]): readonly Told[] =>
  changes.flatMap(({ noun, before, after }) =>
    isTold(noun)
      ? notificationsOf(noun, { before, after } as Changed<unknown>).map((told) => ({ ...told, noun, form: after }))
      : [],
  )

interface Line {
  readonly personId: string
  readonly code: Told['code']
  readonly params: Readonly<Record<string, string>>
  readonly ground: Ground
}

const linesOf = async (tx: Tx, told: Told, actor: Actor, context: Context): Promise<readonly Line[]> => {
  const ground = await groundFor(tx, told.noun, told.form)
  if (ground === null) return []
  const { unitId, ...said } = told.params ?? {}
  const unit = unitId === undefined ? {} : { unit: (await unitNames(tx, [unitId])).get(unitId) ?? '' }
  const people = await peopleMeant(tx, told.to, ground, context.today)
  return people
    .filter((personId) => personId !== actor.personId)
    .map((personId) => ({ personId, code: told.code, params: { ...said, ...unit, plan: ground.plan }, ground }))
}

/** The same sentence about several objects is one notification that counts them. */
const joined = (lines: readonly Line[]) =>
  [...Map.groupBy(lines, ({ personId, code, params }) => JSON.stringify([personId, code, params])).values()].map(
    (same) => {
      const [first] = same as [Line, ...Line[]]
      const objects = new Map(same.map(({ ground }) => [ground.link, ground.what]))
      const several = objects.size > 1
      return {
        personId: first.personId,
        code: first.code,
        params: { ...first.params, what: several ? `${first.ground.what}等${objects.size}项` : first.ground.what },
        link: several ? first.ground.list : first.ground.link,
      }
    },
  )

/** Tells others what the changes of one act mean for them. An act that means nothing for others costs nothing. */
const tellOthers = async (tx: Tx, changes: readonly Change[], actor: Actor, context: Context): Promise<void> => {
  const told = toldBy(changes)
  if (told.length === 0) return
  const lines: Line[] = []
  for (const one of told) lines.push(...(await linesOf(tx, one, actor, context)))
  await notifyEach(tx, context, joined(lines))
}

/** A command that tells others what follows from it, in its own transaction; what nobody is told stays as it was. */
export const tellingOthers = (binding: Binding): Binding => {
  if (binding.route.kind !== 'command') return binding
  const { handler } = binding as { readonly handler: CommandHandler<CommandRoute> }
  const telling: CommandHandler<CommandRoute> = async (asked, prepared) => {
    const result = await handler(asked, prepared)
    if (result.ok) await tellOthers(asked.tx, result.value.changes, asked.actor, asked.context)
    return result
  }
  return { ...binding, handler: telling } as Binding
}
