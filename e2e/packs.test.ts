import { describe, expect, it } from 'vitest'
import { headConfirms, hostile, prepare, receipt, reportDraft, takeIn, takeOut, wrongCell } from './packs/acts.ts'
import { rehearsedScene } from './support/city.ts'

const scene = rehearsedScene()

describe('填报包带出去填好，带回来收回，由各岗位在浏览器里办完', () => {
  it('逾期锁定的数据先申请补报', () => prepare(scene.city))
  it('填报人下载填报包', () => takeOut(scene.city))
  it('填错的指到单元格，标注后发还，什么也不收', () => wrongCell(scene.city))
  it('夹带程序的整包不收', () => hostile(scene.city))
  it('收回前看清变化和材料的对应，一次收回', () => takeIn(scene.city))
  it('出具回执', () => receipt(scene.city))
  it('收回的是草稿，由填报人报送', () => reportDraft(scene.city))
  it('单位负责人看得到盖章原件', () => headConfirms(scene.city))
  it('各人的窗口没有报错，也没有向外部发出请求', () => {
    const troubles = scene.city.troubles().filter((line) => !line.includes('status of 401'))
    // The pack with a program in it was refused on purpose.
    expect(troubles).toEqual([expect.stringMatching(/^jiaotong\.tianbao: .*status of 422/)])
  })
})
