import type { Basis } from '@quanheng/domain/kernel/basis'
import type { PlanSettings, SettingName } from '@quanheng/domain/plan/settings'
import type { ReactNode } from 'react'
import { word } from '../../../shared/i18n/word.ts'
import { useEditor } from '../editor/editor.ts'
import { BasisField } from '../fields/BasisField.tsx'

interface Props<K extends SettingName> {
  readonly name: K
  readonly control: (value: NonNullable<PlanSettings[K]>['value'] | undefined) => ReactNode
  readonly put: (name: K, setting: { readonly value: unknown; readonly basis: Basis }) => void
}

/** A row of what a plan may say and need not: its control, and once it is said, its basis. */
export const OptionalSetting = <K extends SettingName>({ name, control, put }: Props<K>) => {
  const { content } = useEditor()
  const setting = content.settings[name]
  return (
    <tr data-at={`settings.${name}`}>
      <th scope="row">{word('setting', name)}</th>
      <td>{control(setting?.value)}</td>
      <td>{setting && <BasisField value={setting.basis} onChange={(basis) => put(name, { ...setting, basis })} />}</td>
    </tr>
  )
}
