import type { SheetRole, SheetState } from '@quanheng/domain/sheet/model'
import type { SheetCommandKind } from '@quanheng/domain/sheet/transitions'
import type { SignatureState, SignatureStrength } from '@quanheng/domain/signature/model'

export const sheetLabels = {
  sheetState: {
    toScore: '待评分',
    scored: '已初评',
    awaitingHead: '待负责人签字',
    returned: '退回修改',
    signed: '已签字',
    toVerify: '待核验',
    verified: '已核验',
    aggregated: '已汇总',
  },
  sheetCommand: {
    score: '初评',
    sign: '签字',
    registerPaper: '线下签批登记',
    confirmPaper: '核对签批登记',
    refusePaper: '签批登记不符',
    recall: '撤回',
    return: '退回修改',
    waiveVerification: '不作现场核验',
    openVerification: '列入核验',
    closeVerification: '核验办结',
    aggregate: '汇总',
  },
  sheetRole: { handler: '经办人', sectionHead: '科室负责人', leaderInCharge: '责任领导' },
  signatureState: { registered: '待核对', standing: '有效', refused: '核对不符', voided: '失效' },
  signatureMeans: {
    screen: '内部审批确认',
    password: '内部审批确认（密码）',
    secondFactor: '内部审批确认（密码和动态口令）',
    paper: '纸质原件',
  },
} as const satisfies {
  readonly sheetState: Record<SheetState, string>
  readonly sheetCommand: Record<SheetCommandKind, string>
  readonly sheetRole: Record<SheetRole, string>
  readonly signatureState: Record<SignatureState, string>
  readonly signatureMeans: Record<SignatureStrength, string>
}
