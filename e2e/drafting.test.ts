import { describe, expect, it } from 'vitest'
import {
  acceptAsPrinted,
  beginLeadPlan,
  draftDuties,
  draftIndicators,
  issueLeadPlan,
  mendLeadPlan,
  registerRevision,
  reviseLeadPlan,
} from './drafting/lead-plan.ts'
import { begin, realCityAt } from './drafting/office.ts'
import { importPeople, importUnits, registerAdministrators } from './drafting/organisation.ts'
import { tryRule, typeByInputMethod } from './drafting/try-rule.ts'
import { compareYearPlan } from './drafting/year-arithmetic.ts'
import { checkYearPlan, draftYearPlan, issueYearPlan, returnYearPlan } from './drafting/year-plan.ts'
import { sceneOf } from './support/city.ts'

const scene = sceneOf(realCityAt)

/** One story in many chapters: each begins where the one before ended. */
describe('正式启用的第一天：从启用码到方案印发，都在浏览器里办', () => {
  it('凭启用码建立安全管理员，码不对不能启用', () => begin(scene.browser, scene.server, scene.city))
  it('另两类管理员、一名绩效办工作人员凭一次性链接设置密码', () => registerAdministrators(scene.city))
  it('单位、科室用 Excel 登记：有错的整表退回并逐格标注，改好后一次登记', () => importUnits(scene.city))
  it('人员、任职用 Excel 登记', () => importPeople(scene.city))
  it('绩效办起草年度方案：指标、分组、任务、进度、设定', () => draftYearPlan(scene.city))
  it('方案校核：分值不合计是必须处理，按平台建议改正', () => checkYearPlan(scene.city))
  it('绩效办主任退回修改，写明理由，改后重新校核', () => returnYearPlan(scene.city))
  it('绩效办主任印发年度方案，设定原样可读、不能再改', () => issueYearPlan(scene.city))
  it('修订稿与现行版逐项比对，放弃后现行版照旧', () => compareYearPlan(scene.city))
  it('牵头单位据年度方案起草实施方案，条目、分值、承担单位自动带入', () => beginLeadPlan(scene.city))
  it('五项指标：评分标准照原文填写、口径、指标卡片、台账目录', () => draftIndicators(scene.city))
  it('责任分工（含只对一部分负责）、进度、数据来源、目标值、附件暂缺', () => draftDuties(scene.city))
  it('必须处理的逐项改正', () => mendLeadPlan(scene.city))
  it('提请注意的由科室负责人写明理由，按原文执行', () => acceptAsPrinted(scene.city))
  it('印发前再次输入密码', () => issueLeadPlan(scene.city, scene.server.passSixMinutes))
  it('已印发的不能改；修订另起一版，写明理由，两版可比对', () => reviseLeadPlan(scene.city))
  it('修订稿按已印发文件补录', () => registerRevision(scene.city))
  it('规则试读：边写边识别、点选口径、试算、补齐示例', () => tryRule(scene.city))
  it('输入法组字时不识别，上屏后识别', () => typeByInputMethod(scene.city))
  it('各人的窗口没有报错，也没有向外部发出请求', () => {
    // A wrong code, an old password and a wrong one are refused on purpose; the browser logs each.
    expect(scene.city.troubles().filter((line) => !/ 401 | 403 /.test(line))).toEqual([])
  })
})
