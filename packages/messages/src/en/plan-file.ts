import type { planFile as zhCN } from '../zh-CN/plan-file.ts'

export const planFile = {
  'file.unreadable': 'Cannot read file {file}. Check its name and permissions.',
  'file.kind': 'Unknown kind of file {file}. Plans are .yaml, facts .yaml, .xlsx or .csv.',
  'file.csv': 'A quotation mark is not closed. Check the quotation marks from this line on.',
  'file.notText': 'A text or number belongs here.',
  'file.notList': 'A list belongs here, each entry beginning with “- ”.',
  'file.notTable': '“name: content” belongs here.',
  'file.notWhole': 'A whole number belongs here[, not “{text}”].',
  'file.notOneOf': '“{text}” is none of the choices: {choices}.',
  'file.keyUnknown': 'There is no “{key}” here. Possible: {known}.',
  'file.keyMissing': '“{key}” is missing. Add it.',
  'file.ruleNotUnderstood':
    'The scoring sentence is not understood at “{words}”. Rewrite that part, or add “计分规则” for a judged score.',
  'file.noteNotUnderstood':
    'The reading (口径) “{words}” is not understood. Use one of those that the plan check offers.',
  'file.unknownName': 'The plan has no “{name}”. Check the name or key.',
  'file.twice': '“{name}” stands there twice. Keep one.',
  'file.badValue': '“{text}” is not what is asked for here. Check the type of the datum.',
  'yaml.notUtf8': 'The file is not in UTF-8 and cannot be read. Save it as UTF-8.',
  'yaml.syntax': 'Not well-formed YAML: {reason}. Check indentation, colons and quotation marks.',
  'yaml.tooLarge': 'The file is longer than {limit} characters and was not read.',
  'yaml.tooDeep': 'Nested too deep. Check the indentation.',
  'yaml.keyTwice': '“{key}” stands there twice. Merge or rename.',
  'yaml.form': 'This form is not supported: {what}. Write the content itself.',
} as const satisfies Record<keyof typeof zhCN, string>
