import { expect, test } from 'vitest'
import { checkHost, checkPort } from './listening.ts'

test.each(['127.0.0.1', '127.8.0.1', '::1', 'localhost'])('%s needs no TLS', (host) => {
  expect(() => checkHost(host, false)).not.toThrow()
})

test.each(['0.0.0.0', '::', '192.168.1.5', '127.0.0.1.example', 'example'])('%s needs TLS or a proxy', (host) => {
  expect(() => checkHost(host, false)).toThrow(expect.objectContaining({ code: 'host.open' }))
  expect(() => checkHost(host, true)).not.toThrow()
})

test('an address that this machine does not have is refused', async () => {
  await expect(checkPort('203.0.113.7', 8080)).rejects.toMatchObject({ code: 'host.unknown' })
})
