import { describe, expect, it } from 'vitest'
import { ask, board, confirm, issue, putOut, report, urge } from './milestones/acts.ts'
import { rehearsedScene } from './support/city.ts'

const scene = rehearsedScene()

describe('一项指标的季度节点，从写进方案到亮灯、报告、确认，由各岗位在浏览器里办完', () => {
  it('牵头科室修订方案，按季度列出节点，各季应达进度不同', () => ask(scene.city))
  it('另一人印发，各承担单位产生节点', () => issue(scene.city))
  it('看板按单位亮灯，按亮灯催办逐级告知一次', () => urge(scene.city))
  it('承担单位从工作台报告完成，缺完成数、材料的说明缺什么', () => report(scene.city))
  it('评分科室从工作台确认，看板随之变化', () => confirm(scene.city))
  it('驾驶舱有红灯个数，点进看板只看红灯', () => board(scene.city))
  it('按日期筛选，打印亮灯情况表', () => putOut(scene.city))
  it('各人的窗口没有报错，也没有向外部发出请求', () => {
    const troubles = scene.city.troubles().filter((line) => !line.includes('status of 401'))
    // A report without its figure and one without evidence are refused once on purpose.
    expect(troubles).toEqual([
      expect.stringMatching(/^jiaotong\.tianbao: .*status of 422/),
      expect.stringMatching(/^jiaotong\.tianbao: .*status of 422/),
    ])
  })
})
