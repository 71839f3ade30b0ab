import { refusalReply } from '@quanheng/contract/errors'
import type { Route } from '@quanheng/contract/route'
import type { FastifySchema } from 'fastify'
import { z } from 'zod'

const toJson = (schema: z.ZodType, io: 'input' | 'output'): object => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return rest
}

/** What `@fastify/swagger` writes into docs/openapi.json; checking is done by the contract itself (input.ts). */
export const openApiSchema = (route: Route): FastifySchema => ({
  ...({
    operationId: route.id,
    summary: route.summary,
    tags: [route.id.slice(0, route.id.indexOf('.'))],
    ...(route.ability === 'public' ? { security: [] } : {}),
    'x-ability': route.ability,
    'x-errors': route.errors,
  } as FastifySchema),
  ...(route.params ? { params: toJson(route.params, 'input') } : {}),
  ...(route.query ? { querystring: toJson(route.query, 'input') } : {}),
  ...('body' in route && route.body instanceof z.ZodType ? { body: toJson(route.body, 'input') } : {}),
  response: {
    200: route.reply === 'file' ? { type: 'string', format: 'binary' } : toJson(route.reply, 'output'),
    '4xx': toJson(refusalReply, 'output'),
  },
})
