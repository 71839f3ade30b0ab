import { expect, test } from 'vitest'
import { commands } from './grammar.ts'
import { helpPage } from './help.ts'
import { parse, parsePort, UsageError } from './parse.ts'
import { texts } from './texts/texts.ts'

test('a whole line is understood, values with or without =', () => {
  expect(parse(['start', '--port=8090', '--data', '数据 目录', '--behind-proxy', '--lang', 'en'])).toEqual({
    language: 'en',
    command: 'start',
    operands: [],
    help: false,
    version: false,
    values: { port: '8090', data: '数据 目录', 'behind-proxy': 'yes', lang: 'en' },
  })
})

test.each([
  [['begin'], 'begin'],
  [['start', '--prot', '8090'], '--prot'],
  [['stop', '--port', '8090'], '--port'],
  [['--data', 'x'], '--data'],
  [['start', '--port'], '--port'],
  [['start', '--port='], '--port'],
  [['start', '--data', '--port', '1'], '--data'],
  [['start', '--behind-proxy=no'], '--behind-proxy'],
  [['start', '8090'], 'npm start -- --port 8090'],
  [['status', 'now'], 'now'],
  [['status', '--lang', 'fr'], 'fr'],
])('%j is answered with a sentence that names %s', (args, named) => {
  for (const fallback of ['zh', 'en']) {
    expect(() => parse(args, fallback)).toThrow(UsageError)
    expect(() => parse(args, fallback)).toThrow(expect.objectContaining({ message: expect.stringContaining(named) }))
  }
})

test('the language counts wherever it stands, then the environment, then Chinese', () => {
  expect(() => parse(['begin', '--lang', 'en'])).toThrow('There is no command begin')
  expect(() => parse(['begin'], 'en')).toThrow('There is no command begin')
  expect(() => parse(['begin'], 'fr')).toThrow('没有命令 begin')
})

test.each(['-1', '65536', '80a', '8 080', '1e3', '８０８０', ''])('%j is no port', (text) => {
  expect(() => parsePort(text, texts.zh)).toThrow(UsageError)
})

test.each([
  ['0', 0],
  ['8080', 8080],
  ['65535', 65_535],
])('%s is a port', (text, port) => {
  expect(parsePort(text, texts.zh)).toBe(port)
})

test('the help names every command and every option of each', () => {
  for (const language of ['zh', 'en'] as const) {
    for (const [name, options] of Object.entries(commands)) {
      expect(helpPage(undefined, texts[language])).toContain(`  ${name} `)
      const page = helpPage(name as keyof typeof commands, texts[language])
      for (const option of options) expect(page).toContain(`--${option}`)
    }
  }
})
