import { describe, expect, it } from 'vitest'
import { refuseFiles, replaceFile, sayEffectiveDay } from './bad-input/evidence.ts'
import { refuseTables } from './bad-input/import.ts'
import { chooseWhileSearching, editPlanAsTwo, editPlanTwice } from './bad-input/plan.ts'
import {
  keepDraft,
  refuseAfterCutoff,
  refuseFigures,
  reportOnce,
  reportTwice,
  returnWhileConfirmed,
} from './bad-input/report.ts'
import { cutPaste, keepReason, scoreTwice } from './bad-input/scoring.ts'
import { rehearsedScene } from './support/city.ts'

const scene = rehearsedScene()

/** What the browser itself answers for: words at the place, nothing lost, nothing twice. */
describe('填错、点错、传错', () => {
  it('数值填错，逐项说明，所填原样保留', () => refuseFigures(scene.city))
  it('数据截至日期在截止时间以后，说明是哪一天、怎么办', () => refuseAfterCutoff(scene.city))
  it('未报送就刷新页面，数值和理由都还在', () => keepDraft(scene.city))
  it('连点两下，只报送一次', () => reportOnce(scene.city))
  it('两个窗口同填一项，后报的被告知谁在何时改过，所填原样保留', () => reportTwice(scene.city))
  it('一人写退回理由时另一人已确认，后办的被告知是谁，理由还在', () => returnWhileConfirmed(scene.city))
  it('空文件、内容与后缀不符的文件，就在该项材料下说明', () => refuseFiles(scene.city))
  it('材料生效日期不能在今天以后', () => sayEffectiveDay(scene.city))
  it('换新版本要有文件和理由，原件保留', () => replaceFile(scene.city))
  it('登记表传错，说明错在哪里，什么都没有登记', () => refuseTables(scene.city))
  it('扣分理由没存就刷新页面，原样还在', () => keepReason(scene.city))
  it('粘贴的文字放不下，说明少了多少字', () => cutPaste(scene.city))
  it('两个窗口写同一条扣分理由，后存的不覆盖，所填原样保留', () => scoreTwice(scene.city))
  it('两个窗口同改一个方案，后存的不覆盖', () => editPlanTwice(scene.city))
  it('两个人同改一个方案，后存的被告知是谁，所填原样保留', () => editPlanAsTwo(scene.city))
  it('名单还在查找时就点，点中的仍是要选的', () => chooseWhileSearching(scene.city))
  it('各人的窗口没有报错，没有脚本被执行', () => {
    expect(scene.city.troubles().filter((line) => !/status of (409|422)/.test(line))).toEqual([])
  })
})
