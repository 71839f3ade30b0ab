import { describe, expect, it } from 'vitest'
import { divide, enter, issue, own, register, revise } from './cascade/breakdown.ts'
import { rehearsedScene } from './support/city.ts'

const scene = rehearsedScene()

describe('上级方案从登记、分解到下达，由各岗位在浏览器里办完', () => {
  it('考评办登记上级方案，附上级文件', () => register(scene.city))
  it('录入指标：逐个新增，其余用表导入', () => enter(scene.city))
  it('分解到单位、科室，合计不符的说明差多少', () => divide(scene.city))
  it('考评办主任从工作台下达', () => issue(scene.city))
  it('承担单位看到自己承担的指标', () => own(scene.city))
  it('上级调整后修订，重新下达，各版留下', () => revise(scene.city))
  it('各人的窗口没有报错，也没有向外部发出请求', () => {
    expect(scene.city.troubles().filter((line) => !line.includes('status of 401'))).toEqual([])
  })
})
