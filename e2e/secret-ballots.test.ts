import { describe, expect, it } from 'vitest'
import { count, drawUp, find, takeTickets, vote } from './secret-ballots/acts.ts'
import { rehearsedScene } from './support/city.ts'

const scene = rehearsedScene()

describe('无记名评议从领票到公布的票，由各人在浏览器里办完', () => {
  it('起草无记名渠道，缺领票截止的当场说明', () => drawUp(scene.city))
  it('评价人实名领票，凭证只在本机', () => takeTickets(scene.city))
  it('次日投票，请求里没有登录信息', () => vote(scene.city))
  it('截止后结束、计票，票数不足的不列', () => count(scene.city))
  it('各人在公布的票中找得到自己的', () => find(scene.city))
  it('各人的窗口没有报错，也没有向外部发出请求', () => {
    const troubles = scene.city.troubles().filter((line) => !line.includes('status of 401'))
    // A round without the last day for tickets is refused once on purpose.
    expect(troubles).toEqual([expect.stringMatching(/^fagai.ke3: .*status of 422/)])
  })
})
