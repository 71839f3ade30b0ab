import { describe, expect, it } from 'vitest'
import { appoint, decide, enterBySlip, propose } from './people/acts.ts'
import { rehearsedScene } from './support/city.ts'

const scene = rehearsedScene()

describe('人员变动由单位申报、安全管理员审核，新人凭账号条设置密码，都在浏览器里办', () => {
  it('安全管理员任命一名单位管理员', () => appoint(scene.city))
  it('单位管理员逐行填写和导入 Excel，有误的当场说明，改好报送', () => propose(scene.city))
  it('安全管理员从工作台审核：通过的登记，退回的写明理由，单位删去后办结', () => decide(scene.city))
  it('打印账号条，新人输入设置码设置密码，登录', () => enterBySlip(scene.city, scene.browser, scene.server.address))
  it('各人的窗口没有报错，也没有向外部发出请求', () => {
    const troubles = scene.city.troubles().filter((line) => !line.includes('status of 401'))
    // A login that is taken is refused once on purpose.
    expect(troubles).toEqual([expect.stringMatching(/^jiaotong.tianbao: .*status of 409/)])
  })
})
