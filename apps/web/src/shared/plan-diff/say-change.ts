import type { comparePlan } from '@quanheng/contract/plan'
import type { ReplyOf } from '@quanheng/contract/route'
import type { Setting, SettingName } from '@quanheng/domain/plan/settings'
import { zhCNLabels } from '@quanheng/messages/zh-CN-labels'
import { listed } from '../i18n/listed.ts'
import { t } from '../i18n/t.ts'
import { word } from '../i18n/word.ts'
import { movedKeys } from './moved.ts'
import { sayBasis } from './say-basis.ts'
import { saySetting } from './say-setting.ts'
import { type NameOf, sayValue } from './say-value.ts'

export type Change = ReplyOf<typeof comparePlan>['changes'][number]
export type Side = 'before' | 'after'

type Field = keyof typeof zhCNLabels.planField

const isField = (field: string): field is Field => Object.hasOwn(zhCNLabels.planField, field)

const isSetting = (field: string): field is SettingName => Object.hasOwn(zhCNLabels.setting, field)

/** The member that changed, by the name that its page gives it. */
const fieldWord = ({ part, field = '' }: Change): string => {
  if (part === 'settings' && isSetting(field)) return word('setting', field)
  return isField(field) ? word('planField', field) : field
}

/** What changed: the row, of a task its unit too, and the member. */
export const sayWhat = (change: Change, nameOf: NameOf): string => {
  const { name = '', part, at } = change
  const unitId = part === 'tasks' ? /,([^,\]]+)\]/.exec(at)?.[1] : undefined
  return [nameOf(name) || name, unitId && nameOf(unitId), fieldWord(change)].filter(Boolean).join(' · ')
}

/** Where each row that was moved stands in the order of one side. */
const sayOrder = ({ part, before, after }: Change, side: Side, nameOf: NameOf): string => {
  const [old, now] = [before as readonly string[], after as readonly string[]]
  const order = side === 'before' ? old : now
  const rowName = (key: string) => nameOf(`${part}[${key}]`) || nameOf(`indicators[${key}]`) || nameOf(key) || key
  const places = movedKeys(old, now).map((key) => {
    const above = order[order.indexOf(key) - 1]
    const name = rowName(key)
    return above === undefined
      ? t('“{{name}}”在最前', { name })
      : t('“{{name}}”在“{{above}}”之后', { name, above: rowName(above) })
  })
  return listed('clauses', places)
}

/** One side of a difference in the words of the plan's pages. */
export const sayChange = (change: Change, side: Side, nameOf: NameOf): string => {
  const { part, field } = change
  const value = change[side]
  if (field === 'order') return sayOrder(change, side, nameOf)
  if (part === 'settings' && field !== undefined && isSetting(field)) {
    const { value: declared, basis } = value as Setting<never>
    const said = saySetting(field, declared, (key) => nameOf(`indicators[${key}]`) || key)
    return t('{{said}}（依据：{{basis}}）', { said, basis: sayBasis(basis) })
  }
  return field === undefined
    ? sayValue(value, part, nameOf)
    : sayValue(value, field.replace(/^scoring\./, ''), nameOf, part)
}
