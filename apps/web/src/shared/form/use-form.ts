import { type FormEvent, type FormHTMLAttributes, useEffect, useId, useState } from 'react'
import type { z } from 'zod'
import type { RefusedError } from '../api/refused.ts'
import { blankAsAbsent } from './blank.ts'
import { faultsOf } from './faults.ts'

type Values<S extends z.ZodType> = z.input<S> & Record<string, unknown>

export interface FormOptions<S extends z.ZodType> {
  /** Usually `body` of the route, so that the browser and the server ask for the same. */
  readonly shape: S
  readonly initial: z.input<S>
  /** Gets the parsed values; called only when every field is in order. */
  readonly onSubmit: (values: z.output<S>) => unknown
  /** Faults beyond the shape, by field name, e.g. two passwords that differ. */
  readonly check?: (values: z.input<S>) => Readonly<Record<string, string>>
  /** A refusal of the server that names a field is shown at that field, which gets the focus. */
  readonly refusal?: RefusedError | undefined
}

export interface Form<S extends z.ZodType> {
  readonly values: z.input<S>
  readonly set: <K extends keyof z.input<S>>(name: K, value: z.input<S>[K]) => void
  readonly reset: (values?: z.input<S>) => void
  /** Whether something differs from `initial`. */
  readonly dirty: boolean
  /** In words, for a field that was left or after a try to submit. */
  readonly faultAt: (name: string) => string | undefined
  /** The refusal, unless it stands at one of the fields: for `<Refusal>` above the button. */
  readonly unplaced: RefusedError | undefined
  readonly touch: (name: string) => void
  readonly idOf: (name: string) => string
  readonly submit: () => void
  readonly formProps: Pick<FormHTMLAttributes<HTMLFormElement>, 'onSubmit' | 'noValidate'>
}

/** A form over one zod shape. Faults appear when a field is left, all of them on submit, and the first one gets the focus. */
export const useForm = <S extends z.ZodType>(options: FormOptions<S>): Form<S> => {
  const { shape, initial, onSubmit, check, refusal } = options
  const prefix = useId()
  const [values, setValues] = useState(initial)
  const [start, setStart] = useState(initial)
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set())
  const [tried, setTried] = useState(false)

  const given = blankAsAbsent(shape, values)
  const parsed = shape.safeParse(given)
  const faults = { ...(parsed.success ? {} : faultsOf(parsed.error, given)), ...check?.(values) }
  const place = refusal?.at?.replace(/^body\./, '')
  const isPlaced = place !== undefined && Object.hasOwn(Object(values), place)
  const idOf = (name: string) => `${prefix}${name}`
  // A fault at a field is read out with the field, so the focus goes there.
  useEffect(() => {
    if (refusal && isPlaced) document.getElementById(`${prefix}${place}`)?.focus()
  }, [refusal, isPlaced, prefix, place])

  const submit = () => {
    setTried(true)
    const first = Object.keys(faults)[0]
    if (first !== undefined) document.getElementById(idOf(first))?.focus()
    else if (parsed.success) onSubmit(parsed.data)
  }

  return {
    values,
    set: (name, value) => setValues((before) => ({ ...(before as Values<S>), [name]: value }) as z.input<S>),
    reset: (to = start) => {
      setValues(to)
      setStart(to)
      setTouched(new Set())
      setTried(false)
    },
    dirty: JSON.stringify(values) !== JSON.stringify(start),
    faultAt: (name) => {
      if ((tried || touched.has(name)) && faults[name] !== undefined) return faults[name]
      return isPlaced && place === name ? refusal?.message : undefined
    },
    unplaced: isPlaced ? undefined : refusal,
    touch: (name) => setTouched((before) => new Set(before).add(name)),
    idOf,
    submit,
    formProps: {
      noValidate: true,
      onSubmit: (event: FormEvent) => {
        event.preventDefault()
        submit()
      },
    },
  }
}
