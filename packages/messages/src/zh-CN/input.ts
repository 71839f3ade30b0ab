/** Faults of single fields, found by the contract's shapes; `at` is the field. */
export const input = {
  'input.required': '“{at}”必填',
  'input.wrongType': '“{at}”的格式不对',
  'input.tooLong': '“{at}”太长，最多{max}个字符',
  'input.tooShort': '“{at}”太短，至少{min}个字符',
  'input.tooBig': '“{at}”不能大于{max}',
  'input.tooSmall': '“{at}”不能小于{min}',
  'input.unknownField': '有不认识的字段：{names}',
  'input.notAChoice': '“{at}”不在可选范围内',
  'input.unreadable': '“{at}”中有无法保存的字符（多由复制带入），请删去后重新填写',
  'input.wrongForm': '“{at}”的写法不对',
} as const
