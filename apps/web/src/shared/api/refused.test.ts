import { describe, expect, it } from 'vitest'
import { cancelled, connectionLost, refusedFrom } from './refused.ts'

const answered = (status: number, code = 'platform.notFound') =>
  refusedFrom(status, JSON.stringify({ error: { code, message: '请核对链接。' } }))

describe('重试只在有用时才提供', () => {
  it.each([400, 401, 403, 404, 409, 413, 415, 422])('状态码 %i：先照提示改正，重试无用', (status) => {
    expect(answered(status).mayPass).toBe(false)
    expect(refusedFrom(status, '<html>nginx</html>').mayPass).toBe(false)
  })

  it.each([408, 429, 500, 502, 503, 504])('状态码 %i：过一会儿可能就好', (status) => {
    expect(answered(status).mayPass).toBe(true)
    expect(refusedFrom(status, '<html>nginx</html>').mayPass).toBe(true)
  })

  it('连接中断可以重试，自己取消的不用', () => {
    expect(connectionLost().mayPass).toBe(true)
    expect(cancelled().mayPass).toBe(false)
  })
})
