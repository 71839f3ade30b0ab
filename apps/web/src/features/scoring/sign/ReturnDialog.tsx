import { returnSheet } from '@quanheng/contract/sheet'
import { useCommand } from '../../../shared/api/hooks.ts'
import { WeightyAct } from '../../../shared/dialog/WeightyAct.tsx'
import { t } from '../../../shared/i18n/t.ts'
import type { Sheet } from '../sheet.ts'

/** 退回修改: back to the handler, whose signature falls. */
const ReturnDialog = ({ sheet, onClose }: { readonly sheet: Sheet; readonly onClose: () => void }) => {
  const back = useCommand(returnSheet, { onDone: onClose })
  const signed = sheet.signatures.filter(({ state }) => state === 'standing')
  return (
    <WeightyAct
      act={t('退回修改')}
      object={t('{{leaf}}指标考核评分表', { leaf: sheet.leafName })}
      effects={signed.map(({ name }) => t('{{name}}的签字失效，改后须重新签字。', { name }))}
      reason="required"
      pending={back.pending}
      refusal={back.refusal}
      onClose={onClose}
      onAct={(reason) => back.run({ params: { sheetId: sheet.id }, body: { version: sheet.version, reason } })}
    >
      <p>{t('共 {{units}} 家，当前校验码 {{code}}', { units: sheet.units, code: sheet.code })}</p>
    </WeightyAct>
  )
}

export default ReturnDialog
