import { type Finding, finding } from '../findings.ts'
import type { BasisDocument, PlanContent } from '../model.ts'
import { settingsFor } from '../settings.ts'
import { printed } from './days.ts'

/** 签字环节: at least one signature, and no role or post that would sign twice. */
const signatures = ({ signatureMap }: PlanContent): Finding[] => {
  if (signatureMap.length === 0) return [finding('check.signatureMapEmpty', 'signatureMap')]
  const seen = new Set<string>()
  return signatureMap.flatMap(({ role, posts }, index) =>
    [role, ...posts.filter((post) => post !== role)].flatMap((post) => {
      if (seen.has(post)) return [finding('check.signatureTwice', `signatureMap[${index}]`, { post })]
      seen.add(post)
      return []
    }),
  )
}

const settings = (content: PlanContent): Finding[] =>
  settingsFor(content.kind).flatMap((name) => {
    const setting = content.settings[name]
    const at = `settings.${name}`
    if (!setting) return [finding('check.settingUnfilled', at, { setting: name })]
    if (setting.basis.kind !== 'default') return []
    const confirm = {
      code: 'propose.confirmDefault',
      params: { setting: name },
      change: { kind: 'confirmSetting', setting: name },
    } as const
    return [finding('check.settingDefault', at, { setting: name }, { proposals: [confirm] })]
  })

const missingFile = (row: BasisDocument): Finding[] => {
  if (row.file.kind === 'present') return []
  const { owner = '', remindOn = '' } = row.file
  const common = { title: row.title, number: row.documentNumber ?? '' }
  return row.annex === undefined
    ? [finding('check.basisMissing', `bases[${row.key}].file`, common)]
    : [
        finding('check.annexMissing', `bases[${row.key}].file`, {
          ...common,
          annex: String(row.annex),
          ...(owner !== '' && { owner }),
          ...(remindOn !== '' && { remindOn: printed(remindOn) }),
        }),
      ]
}

/** Title, addressees, annexes, signatures, approval and the settings that notices leave silent. */
export const checkFormalities = (content: PlanContent): readonly Finding[] => [
  ...(content.title.trim() === '' ? [finding('check.titleMissing', 'title')] : []),
  ...(content.document.addressees.length === 0 ? [finding('check.addresseesMissing', 'document.addressees')] : []),
  ...content.bases.flatMap(missingFile),
  ...signatures(content),
  ...(content.approvalChain.length === 0 ? [finding('check.approvalChainEmpty', 'approvalChain')] : []),
  ...settings(content),
]
