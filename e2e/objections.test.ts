import { describe, expect, it } from 'vitest'
import { answer, confirm, decide, draft, lookOver, read, register, scoreAgain, send } from './objections/acts.ts'
import { prepare } from './objections/prepare.ts'
import { rehearsedScene } from './support/city.ts'

const scene = rehearsedScene()

describe('一件异议从提出到更正，由各岗位在浏览器里办完', () => {
  it('年度方案设五个工作日的受理期，结果已印发', () => prepare(scene.server.address))
  it('单位填报人在公布的得分里选一项，写明理由', () => draft(scene.city))
  it('单位负责人从工作台提交', () => send(scene.city))
  it('考评办受理编号', () => register(scene.city))
  it('评分科室负责人答复，建议更正', () => answer(scene.city))
  it('签过字的不能复核，由分管领导复核；单位此时看不到', () => scoreAgain(scene.city))
  it('绩效办主任看过影响范围，按授权决定', () => decide(scene.city))
  it('另一人核对，原结果在更正结果印发前继续有效', () => confirm(scene.city))
  it('单位看到查明的事实和决定，下载答复函', () => read(scene.city))
  it('登记簿可打印，监督人员列得出', () => lookOver(scene.city))
  it('各人的窗口没有报错，也没有向外部发出请求', () => {
    expect(scene.city.troubles().filter((line) => !line.includes('status of 401'))).toEqual([])
  })
}, 120_000)
