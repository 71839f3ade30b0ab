import { describe, expect, it } from 'vitest'
import { castBallots, countPaper, drawUp, feed, open, tally } from './evaluations/acts.ts'
import { rehearsedScene } from './support/city.ts'

const scene = rehearsedScene()

describe('评议从起草到结果进入方案的数据，由各岗位在浏览器里办完', () => {
  it('评分科室起草：一个实名渠道，一个纸质票渠道', () => drawUp(scene.city))
  it('开始评议，名单和方案固定', () => open(scene.city))
  it('评价人在手机上填票，缺的、超的当场说明，提交得到回执', () => castBallots(scene.city))
  it('纸质票由两人各计一遍，不一致处逐处列出', () => countPaper(scene.city))
  it('结束、计票，统计表可打印', () => tally(scene.city))
  it('已经报送的数据不会被评议结果覆盖，说明怎样办', () => feed(scene.city))
  it('各人的窗口没有报错，也没有向外部发出请求', () => {
    const troubles = scene.city.troubles().filter((line) => !line.includes('status of 401'))
    // The figure that stands is refused once on purpose.
    expect(troubles).toEqual([expect.stringMatching(/^fagai.ke3: .*status of 409/)])
  })
})
