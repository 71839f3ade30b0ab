import { describe, expect, it } from 'vitest'
import { assignDirectly, closeTask, numberMinutes, readMinutes, registerAndCompare } from './meetings/decide.ts'
import { confirmTopics, reviewBefore, setUpGroup, writeTopics } from './meetings/prepare.ts'
import { rehearsedScene } from './support/city.ts'

const scene = rehearsedScene()

describe('一次领导小组会议，由各岗位在浏览器里办完', () => {
  it('考评办设置领导小组成员单位，由现任主要领导参加', () => setUpGroup(scene.city))
  it('拟定议题，没有材料的提请不了', () => writeTopics(scene.city))
  it('组长调整顺序，一项暂缓上会', () => confirmTopics(scene.city))
  it('送预审：成员在工作台提意见，考评办凭原件代为登记', () => reviewBefore(scene.city))
  it('登记会议情况，由另一人复核', () => registerAndCompare(scene.city))
  it('编纪要文号，下载会议文书', () => numberMinutes(scene.city))
  it('纪要写明出席、代会、议定事项和交办事项', () => readMinutes(scene.city))
  it('责任单位从工作台报告办结，考评办确认', () => closeTask(scene.city))
  it('组长不经会议直接交办，责任单位在工作台收到', () => assignDirectly(scene.city))
  it('各人的窗口没有报错，也没有向外部发出请求', () => {
    const troubles = scene.city.troubles().filter((line) => !line.includes('status of 401'))
    // Topics without papers are refused on purpose.
    expect(troubles).toEqual([expect.stringMatching(/^kaoping: .*status of 422/)])
  })
})
