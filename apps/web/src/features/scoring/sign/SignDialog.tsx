import { signSheet } from '@quanheng/contract/sheet'
import { useCommand } from '../../../shared/api/hooks.ts'
import { WeightyAct } from '../../../shared/dialog/WeightyAct.tsx'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { notify } from '../../../shared/notice/notices.ts'
import type { Sheet } from '../sheet.ts'
import { SheetPaper } from './SheetPaper.tsx'
import { sayVoiding } from './voiding-words.ts'

const effectsOf = (sheet: Sheet): readonly string[] => {
  const due = sheet.order.filter(({ signatureId }) => signatureId === null)
  const [, next] = due
  return [
    t('本表校验码 {{code}}，签字只对这一内容有效。', { code: sheet.code }),
    next === undefined
      ? t('签字后本表各单位得分确定，进入现场核验环节。')
      : t('签字后由{{role}}签字。', { role: word('sheetRole', next.role) }),
  ]
}

/** 签字: the 评分表 exactly as it is stored, with its 校验码. */
const SignDialog = ({ sheet, onClose }: { readonly sheet: Sheet; readonly onClose: () => void }) => {
  const sign = useCommand(signSheet, {
    onDone: ({ code }) => {
      notify(t('已签字，校验码 {{code}}', { code }), 'done')
      onClose()
    },
  })
  return (
    <WeightyAct
      act={t('签字')}
      object={t('{{leaf}}指标考核评分表', { leaf: sheet.leafName })}
      digest={sheet.code}
      effects={effectsOf(sheet)}
      irreversible={[
        t('签字留痕保存，不会删除。下列事项变动时失效，须重新签字：{{changes}}。', { changes: sayVoiding() }),
      ]}
      pending={sign.pending}
      refusal={sign.refusal}
      onClose={onClose}
      onAct={() => sign.run({ params: { sheetId: sheet.id }, body: { version: sheet.version, digest: sheet.digest } })}
    >
      <SheetPaper sheet={sheet} />
    </WeightyAct>
  )
}

export default SignDialog
