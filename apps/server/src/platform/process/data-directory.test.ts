import { chmod, chown, mkdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { tempFolder } from '../testing/temp-folder.ts'
import { makeDataDirectory, placeDataDirectory, readKind, writeKind } from './data-directory.ts'

describe('real or rehearsal', () => {
  test('is chosen once and for good', async () => {
    const dir = await tempFolder()
    expect(await readKind(dir)).toBeUndefined()
    await writeKind(dir, 'rehearsal')
    expect(await readKind(dir)).toBe('rehearsal')
    for (const kind of ['real', 'rehearsal'] as const) {
      await expect(writeKind(dir, kind)).rejects.toMatchObject({
        code: 'data.kindChosen',
        params: { kind: 'rehearsal' },
      })
    }
    expect(await readKind(dir)).toBe('rehearsal')
  })

  test('of two choices at the same moment one counts', async () => {
    const dir = await tempFolder()
    const settled = await Promise.allSettled([writeKind(dir, 'real'), writeKind(dir, 'rehearsal')])
    expect(settled.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await readKind(dir)).toBe(settled[0]?.status === 'fulfilled' ? 'real' : 'rehearsal')
  })
})

describe('where it lies', () => {
  test('.data in the clone unless another is named', async () => {
    const clone = await tempFolder()
    expect((await placeDataDirectory({ clone, embedded: true })).dir).toBe(join(clone, '.data'))
    expect((await placeDataDirectory({ clone, chosen: join(clone, '数据'), embedded: true })).dir).toBe(
      join(clone, '数据'),
    )
  })

  test.runIf(process.getuid?.() === 0)('the state home where the database account cannot walk there', async () => {
    const closed = await tempFolder()
    await chmod(closed, 0o700)
    const clone = join(closed, '权衡')
    await mkdir(clone)
    const stateHome = await tempFolder()
    const moved = await placeDataDirectory({ clone, embedded: true, stateHome })
    expect(moved.dir).toMatch(new RegExp(`^${stateHome}/权衡-[0-9a-f]{8}$`))
    expect(await placeDataDirectory({ clone, embedded: true, stateHome })).toEqual(moved)
    const other = await placeDataDirectory({ clone, chosen: join(closed, '另一处'), embedded: true, stateHome })
    expect(other.dir).toMatch(/\/另一处-[0-9a-f]{8}$/)
    expect((await placeDataDirectory({ clone, embedded: false, stateHome })).dir).toBe(join(clone, '.data'))
  })

  test.runIf(process.getuid?.() === 0)(
    'an existing folder of somebody else is neither opened up nor written',
    async () => {
      const folder = join(await tempFolder(), 'home')
      await mkdir(join(folder, 'letters'), { recursive: true })
      await chmod(folder, 0o700)
      const stateHome = await tempFolder()
      const placed = await placeDataDirectory({ clone: folder, chosen: folder, embedded: true, stateHome })
      expect(placed.dir.startsWith(stateHome)).toBe(true)
      await makeDataDirectory(placed)
      expect((await stat(folder)).mode & 0o777).toBe(0o700)
    },
  )

  test.runIf(process.getuid?.() === 0)(
    'under a strict umask the way down to it stays open to the database account',
    async () => {
      const folder = await tempFolder()
      const chosen = join(folder, 'srv', '权衡', 'data')
      const placed = await placeDataDirectory({ clone: folder, chosen, embedded: true })
      expect(placed.dir).toBe(chosen)
      const mask = process.umask(0o077)
      await makeDataDirectory(placed).finally(() => process.umask(mask))
      const modes = await Promise.all(['srv', 'srv/权衡', 'srv/权衡/data'].map((path) => stat(join(folder, path))))
      expect(modes.map(({ mode }) => mode & 0o777)).toEqual([0o755, 0o755, 0o711])
    },
  )

  test.runIf(process.getuid?.() === 0)('root keeps the account that already owns the database', async () => {
    const dir = await tempFolder()
    await mkdir(join(dir, 'postgres'))
    await chown(join(dir, 'postgres'), 4321, 4321)
    expect((await placeDataDirectory({ clone: dir, chosen: dir, embedded: true })).account).toMatchObject({ uid: 4321 })
  })
})
