import { describe, expect, it } from 'vitest'
import { agree, draw, fixList, prepare, repeat, reveal, witnessed } from './draws/acts.ts'
import { rehearsedScene } from './support/city.ts'

const scene = rehearsedScene()

describe('按风险加权、种子事先约定的一次抽样，由各方在浏览器里办完', () => {
  it('一张评分表已由两人签字', () => prepare(scene.server.address))
  it('经办人定下权数、约定双方和公开数', () => agree(scene.city))
  it('双方各在自己的浏览器里提交承诺，名单随即确定', () => fixList(scene.city))
  it('揭示与承诺不符的不收；双方揭示', () => reveal(scene.city))
  it('公开数公布之前不能抽，之后抽出', () => draw(scene.city))
  it('监督人核对记录后见证签字，注明凭什么签', () => witnessed(scene.city))
  it('记录可打印，任何人凭记录文件重抽', () => repeat(scene.city))
  it('各人的窗口没有报错，也没有向外部发出请求', () => {
    const troubles = scene.city.troubles().filter((line) => !line.includes('status of 401'))
    // A value that was not committed and a draw before its day are refused on purpose.
    expect(troubles.toSorted()).toEqual([
      expect.stringMatching(/^fagai\.ke3: .*status of 409/),
      expect.stringMatching(/^jijian: .*status of 422/),
    ])
  })
}, 180_000)
