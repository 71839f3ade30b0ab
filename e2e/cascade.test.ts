import { describe, expect, it } from 'vitest'
import { divide, enter, issue, own, register, revise } from './cascade/breakdown.ts'
import { confirm, inspect, lead, report, schedule, urge } from './cascade/progress.ts'
import { selfScore, verdict } from './cascade/verdict.ts'
import { rehearsedScene } from './support/city.ts'

const scene = rehearsedScene()

describe('上级方案从登记、分解、下达到调度、预测，由各岗位在浏览器里办完', () => {
  it('考评办登记上级方案，附上级文件', () => register(scene.city))
  it('录入指标：逐个新增，其余用表导入', () => enter(scene.city))
  it('分解到单位、科室，合计不符的说明差多少', () => divide(scene.city))
  it('考评办主任从工作台下达', () => issue(scene.city))
  it('承担单位看到自己承担的指标', () => own(scene.city))
  it('上级调整后修订，重新下达，各版留下', () => revise(scene.city))
  it('考评办设置按季调度', () => schedule(scene.city))
  it('没有报的亮灯，催办', () => urge(scene.city))
  it('责任人从工作台报告进展，缺数的说明', () => report(scene.city))
  it('单位负责人从工作台确认', () => confirm(scene.city))
  it('组长看调度表和得分预测，打印', () => lead(scene.city))
  it('迎检资料：缺哪几项、由谁提供，下载资料包', () => inspect(scene.city))
  it('考评办登记自评得分', () => selfScore(scene.city))
  it('登记上级评定，看自评高出多少', () => verdict(scene.city))
  it('各人的窗口没有报错，也没有向外部发出请求', () => {
    const troubles = scene.city.troubles().filter((line) => !line.includes('status of 401'))
    // A report without its figure is refused once on purpose.
    expect(troubles).toEqual([expect.stringMatching(/^jiaotong\.tianbao: .*status of 422/)])
  })
})
