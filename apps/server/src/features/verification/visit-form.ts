import { unitsToVisit } from '@quanheng/domain/verification/model'
import type { VisitRecord } from '@quanheng/papers/sheet/model'
import { formCode } from './form-code.ts'
import type { presentUnits } from './present-units.ts'
import type { ReadVerification } from './read.ts'

type Unit = ReturnType<typeof presentUnits>[number]

const how = { full: '全面检查', key: '重点检查', random: '随机抽查' } as const

/** 现场核验记录表 of one unit, with what it reported and room for what is found; undefined for a unit that is not visited. */
export const visitForm = (
  { verification, plan, sheet }: ReadVerification,
  unit: Unit,
  organ: string,
  { today, seal }: { readonly today: string; readonly seal: string | undefined },
): VisitRecord | undefined => {
  const visited = unitsToVisit(verification).find(({ unitId }) => unitId === unit.unitId)
  if (!visited) return undefined
  return {
    title: '现场核验记录表',
    organ,
    checkCode: formCode(verification.id, unit.unitId),
    ...(seal && { seal }),
    label: '内部资料',
    on: today,
    facts: [
      { label: '被核验单位', value: unit.unitName },
      { label: '指标名称', value: sheet.row.leaf_name },
      { label: '考评方案', value: plan.title },
      { label: '核验方式', value: how[visited.how] },
      { label: '核验标准', value: verification.standard },
      { label: '核验日期', value: '' },
    ],
    findings: unit.data.map(({ name, unit: measure, reported }) => ({
      matter: measure ? `${name}（${measure}）` : name,
      ...(reported !== null && { reported }),
    })),
    blankRows: 3,
    team: [{ role: '核验组组长' }, { role: '核验组成员' }, { role: '核验组成员' }],
    visited: [{ role: '被核验单位经办人' }, { role: '被核验单位负责人', stamped: true }],
  }
}
