import type { Breach, BreachCode } from '@quanheng/domain/organisation/separation'

export const separationLabels = {
  sameBy: { phone: '电话', mail: '邮箱' },
  breach: {
    bothSignatures: '在同一张评分表上签两个字',
    ownUnit: '为本人任职的单位评分签字',
    drawAndWitness: '既抽样又监督抽样',
    registerAndConfirm: '既登记又核对同一份纸质签批',
    twoSides: '既任管理员又任其他职务',
  },
} as const satisfies {
  readonly sameBy: Record<Breach['sameBy'], string>
  readonly breach: Record<BreachCode, string>
}
