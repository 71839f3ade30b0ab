import { describe, expect, it } from 'vitest'
import { answer, confirm, printOut, record, score, state } from './routine-records/acts.ts'
import { rehearsedScene } from './support/city.ts'

const scene = rehearsedScene()

describe('一条平时记录，从科室录入到单位核对、评分时参考，由各岗位在浏览器里办完', () => {
  it('经办人录入，拟减分没有佐证的不能提交，附上后提交', () => record(scene.city))
  it('科室另一位负责人从工作台审核，告知单位', () => confirm(scene.city))
  it('单位从工作台提出异议，写明实际情况、附材料', () => state(scene.city))
  it('科室负责人核实后维持', () => answer(scene.city))
  it('评分表的行里看得到，不改变得分', () => score(scene.city))
  it('登记表、告知单出在纸上，批量录入有空表可下载', () => printOut(scene.city))
  it('各人的窗口没有报错，也没有向外部发出请求', () => {
    const troubles = scene.city.troubles().filter((line) => !line.includes('status of 401'))
    // Denied without words, and submitted without evidence, once each on purpose.
    expect(troubles).toEqual([
      expect.stringMatching(/^jiaotong\.tianbao: .*status of 422/),
      expect.stringMatching(/^fagai\.ke1: .*status of 422/),
    ])
  })
})
