import { type CommandName, commands, type OptionName, operandCount, options } from './grammar.ts'
import type { Words } from './texts/words.ts'

const row = (left: string, right: string) => `  ${left.padEnd(18)}${right}`

const optionRow = (name: OptionName, texts: Words) => row(`--${name}${options[name] ? ' …' : ''}`, texts.help[name])

/** The page of one command, or of all where none is named. */
export function helpPage(command: CommandName | undefined, texts: Words): string {
  const { usage } = texts
  if (command) {
    const listed = commands[command].map((name) => optionRow(name, texts))
    const files = ` ${usage.file}`.repeat(operandCount[command] ?? 0)
    return [`./quanheng ${command}${files}  ${texts.help[command]}`, '', usage.options, ...listed].join('\n')
  }
  const names = Object.keys(commands) as CommandName[]
  return [
    usage.heading,
    '',
    usage.synopsis,
    '',
    usage.commands,
    ...names.map((name) => row(name, texts.help[name])),
    '',
    usage.options,
    ...(['lang', 'help', 'version'] as const).map((name) => optionRow(name, texts)),
  ].join('\n')
}
