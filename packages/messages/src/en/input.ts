import type { input as source } from '../zh-CN/input.ts'

export const input = {
  'input.required': '“{at}” is required',
  'input.wrongType': '“{at}” has the wrong type',
  'input.tooLong': '“{at}” is too long, at most {max} characters',
  'input.tooShort': '“{at}” is too short, at least {min} characters',
  'input.tooBig': '“{at}” must not be greater than {max}',
  'input.tooSmall': '“{at}” must not be less than {min}',
  'input.unknownField': 'unknown fields: {names}',
  'input.notAChoice': '“{at}” is not one of the choices',
  'input.unreadable':
    '“{at}” holds characters that cannot be kept, often brought in by copying; delete them and type anew',
  'input.wrongForm': '“{at}” is not written correctly',
} as const satisfies Record<keyof typeof source, string>
