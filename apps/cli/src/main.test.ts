import { spawn } from 'node:child_process'
import { chmod, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { composeLetter } from '@quanheng/papers/docx/letter'
import { aBoundLetter } from '@quanheng/papers/testing/samples'
import { expect, onTestFinished, test } from 'vitest'

const clone = resolve(import.meta.dirname, '../../..')

function run(program: string, args: string[], env: Record<string, string> = {}) {
  return new Promise<{ code: number | null; out: string; err: string }>((done) => {
    const child = spawn(program, args, { cwd: '/', env: { PATH: process.env.PATH, ...env } })
    let out = ''
    let err = ''
    child.stdout.on('data', (chunk) => {
      out += chunk
    })
    child.stderr.on('data', (chunk) => {
      err += chunk
    })
    child.on('close', (code) => done({ code, out, err }))
  })
}

const quanheng = (...args: string[]) => run(join(clone, 'quanheng'), args)

async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'quanheng-cli-'))
  await chmod(folder, 0o755)
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

test('what does not hold is told with exit code 1: receipts and archive packages', async () => {
  const folder = await emptyFolder()
  for (const [name, content] of [
    ['receipt.json', '{}'],
    ['year.zip', 'PK\u0003\u0004'],
  ] as const) {
    await writeFile(join(folder, name), content)
    expect(await quanheng('verify', join(folder, name))).toMatchObject({
      code: 1,
      out: expect.stringMatching(/^核验不通过/),
    })
  }
})

test('check-paper: 0 without a fault, 1 with faults, 2 where the file could not be looked at; in words and as data', async () => {
  const folder = await emptyFolder()
  const [sound, faulty, broken] = ['报告.docx', '请示.docx', '断.docx'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ]
  await writeFile(sound, await composeLetter(aBoundLetter))
  await writeFile(faulty, await composeLetter({ ...aBoundLetter, number: '青发改报[2025]3号' }))
  await writeFile(broken, 'PK\u0003\u0004断了')
  expect(await quanheng('check-paper', sound)).toMatchObject({
    code: 0,
    out: expect.stringContaining('未发现不符合之处'),
    err: '',
  })
  expect(await quanheng('check-paper', faulty)).toMatchObject({
    code: 1,
    out: expect.stringContaining('7.2.5'),
    err: '',
  })
  const asData = await quanheng('check-paper', faulty, '--json')
  expect([asData.code, JSON.parse(asData.out).conclusion]).toEqual([1, 'faults'])
  expect(await quanheng('check-paper', broken)).toEqual({
    code: 2,
    out: '',
    err: expect.stringContaining('文件已损坏'),
  })
  const absent = await quanheng('check-paper', join(folder, '没有.docx'), '--json')
  expect(absent).toEqual({ code: 2, out: '', err: expect.stringContaining('打不开') })
  expect((await quanheng('check-paper')).code).toBe(2)
})

test('help and version are the result: standard output, exit code 0', async () => {
  expect(await quanheng('--version')).toEqual({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/), err: '' })
  expect(await quanheng('start', '--help', '--lang', 'en')).toMatchObject({
    code: 0,
    err: '',
    out: expect.stringContaining('--port'),
  })
})

test('what is not understood is a sentence on standard error, exit code 2', async () => {
  expect(await quanheng('status', '--dta', 'x')).toEqual({ code: 2, out: '', err: expect.stringContaining('--dta') })
})

test('a refusal is a sentence on standard error, exit code 1', async () => {
  const data = join(await emptyFolder(), '没有')
  expect(await quanheng('status', '--data', data)).toEqual({
    code: 1,
    out: '',
    err: `数据目录 ${data} 没有正在运行的服务。\n`,
  })
  expect((await quanheng('stop', '--data', data, '--lang=en')).err).toBe(
    `No server is running on the data directory ${data}.\n`,
  )
})

test('it runs through a link from anywhere', async () => {
  const link = join(await emptyFolder(), 'qh')
  await symlink(join(clone, 'quanheng'), link)
  expect((await run(link, ['--version'])).code).toBe(0)
})

test.each([
  [['8090'], {}],
  [['8090'], { npm_config_port: 'true' }],
  [[], { npm_config_port: '8090' }],
])('npm start with %j and %j in npm’s environment says in both languages how to write a port', async (args, env) => {
  const { code, out, err } = await run(process.execPath, [join(clone, 'scripts/start.mjs'), ...args], env)
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(err).toMatch(/请在选项前加 --，写成：npm start -- --port/)
  expect(err).toMatch(/Put -- before the options: npm start -- --port/)
})

test('verify says whether a receipt holds, by exit code and words', async () => {
  const folder = await emptyFolder()
  const file = join(folder, '回执.json')
  await writeFile(file, '{}')
  expect(await quanheng('verify', file)).toMatchObject({ code: 1, out: expect.stringContaining('这不是回执文件') })
  expect(await quanheng('verify', file, '--json')).toEqual({
    code: 1,
    out: '{"ok":false,"code":"receipt.unreadable"}\n',
    err: '',
  })
  expect(await quanheng('verify', join(folder, '没有'))).toMatchObject({
    code: 1,
    err: expect.stringContaining('读不了文件'),
  })
  expect(await quanheng('verify')).toMatchObject({ code: 2, err: expect.stringContaining('回执文件') })
})

test('what is longer than a pipe holds arrives whole', async () => {
  const file = join(await emptyFolder(), '通知.txt')
  await writeFile(file, Array.from({ length: 400 }, (_, at) => `第${at + 1}条 每缺少${at + 1}项扣1分。`).join('\n'))
  const { code, out } = await quanheng('read-notice', file, '--json')
  expect(code).toBe(0)
  expect(out.length).toBeGreaterThan(65_536)
  expect(JSON.parse(out).rules).toHaveLength(400)
})

test('read-notice prints the text that the places point into, and does a folder, refused files included', async () => {
  const [folder, out] = [await emptyFolder(), await emptyFolder()]
  await writeFile(join(folder, '甲.txt'), '关于印发２０２４年度考核方案的通知\n云发〔2024〕1号')
  await writeFile(join(folder, '乙.txt'), '')
  const text = '关于印发2024年度考核方案的通知\n云发〔2024〕1号\n'
  expect((await quanheng('read-notice', join(folder, '甲.txt'), '--text')).out).toBe(text)
  const { code, out: lines } = await quanheng('read-notice', '--batch', folder, '--out', out)
  expect(code).toBe(0)
  expect(lines).toContain('乙.txt\t文件是空的。')
  expect(await readFile(join(out, '甲.txt.txt'), 'utf8')).toBe(text)
  const { title } = JSON.parse(await readFile(join(out, '甲.txt.json'), 'utf8'))
  expect([...text].slice(title.at.start, title.at.end).join('')).toBe(title.value)
  expect(JSON.parse(await readFile(join(out, '乙.txt.json'), 'utf8')).error).toContain('文件是空的')
})
