import { caseWords } from '@quanheng/domain/rule/cases'
import type { RuleInput } from '@quanheng/domain/rule/facts'
import { Input, Select } from 'antd'

interface Props {
  readonly input: RuleInput
  readonly label: string
  /** As an example writes it; absent is missing. */
  readonly value: string | undefined
  readonly readOnly: boolean
  readonly onChange: (words: string) => void
}

const { met, notMet, notConcerned, missing } = caseWords
const alike = (words: readonly string[]) => words.map((value) => ({ value, label: value }))

/** One figure, fact or level given, in the words of an example. */
export const GivenInput = ({ input, label, value, readOnly, onChange }: Props) => {
  const known =
    input.kind === 'fact'
      ? alike([met, notMet, notConcerned, missing])
      : input.single
        ? [
            ...(input.entries ?? []).map(({ key, name }) => ({ value: key, label: name })),
            ...alike([notConcerned, missing]),
          ]
        : undefined
  return known ? (
    <Select
      size="small"
      aria-label={label}
      style={{ minWidth: 88, width: '100%' }}
      popupMatchSelectWidth={false}
      disabled={readOnly}
      value={value ?? missing}
      options={known}
      onChange={onChange}
    />
  ) : (
    <Input
      size="small"
      aria-label={label}
      disabled={readOnly}
      value={value ?? ''}
      placeholder={missing}
      title={input.entries?.map(({ key, name }) => `${key} ${name}`).join('；')}
      onChange={({ target }) => onChange(target.value === '' ? missing : target.value)}
    />
  )
}
