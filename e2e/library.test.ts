import { describe, expect, it } from 'vitest'
import { cite, enter, find, renew, seeReplaced } from './library/acts.ts'
import { rehearsedScene } from './support/city.ts'

const scene = rehearsedScene()

describe('一份制度文件从录入到被引用、被新版本替代，由各岗位在浏览器里办完', () => {
  it('考评办上传原件，逐条读出，更正后发布', () => enter(scene.city))
  it('填报人按条文查到，词标出，打印条文', () => find(scene.city))
  it('重要事项的正文引用条文，条文下列出引用', () => cite(scene.city))
  it('录入新版本，原版本自施行之日起被替代', () => renew(scene.city))
  it('引用原版本的事项提示依据已被替代，指到新版本', () => seeReplaced(scene.city))
  it('各人的窗口没有报错，也没有向外部发出请求', () => {
    const troubles = scene.city.troubles().filter((line) => !line.includes('status of 401'))
    // Published without an effective day once on purpose.
    expect(troubles).toEqual([expect.stringMatching(/^kaoping: .*status of 422/)])
  })
})
