/** A value against a JSON Schema: the keywords that our own schema uses, and an error for any other. */
interface Schema {
  [keyword: string]: unknown;
}

/** What is wrong with a value, with paths; empty when it is valid. */
export function schemaErrors(schema: Schema, value: unknown, path = ''): string[] {
  const errors: string[] = [];
  const at = (key: string | number) => (path === '' ? String(key) : `${path}.${key}`);
  const expected = (holds: boolean, what: string) => {
    if (!holds) errors.push(path === '' ? `expected ${what}` : `${path}: expected ${what}`);
  };
  const list = Array.isArray(value) ? value : [];
  const fields = typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
  for (const [keyword, rule] of Object.entries(schema)) {
    switch (keyword) {
      case '$schema':
      case 'title':
        break;
      case 'type':
        expected(isOfType(value, rule as string), rule as string);
        break;
      case 'const':
        expected(value === rule, JSON.stringify(rule));
        break;
      case 'enum':
        expected((rule as unknown[]).includes(value), `one of ${(rule as string[]).join(', ')}`);
        break;
      case 'minimum':
        expected(typeof value !== 'number' || value >= (rule as number), `at least ${rule}`);
        break;
      case 'maximum':
        expected(typeof value !== 'number' || value <= (rule as number), `at most ${rule}`);
        break;
      case 'minItems':
        expected(list.length >= (rule as number), `at least ${rule} items`);
        break;
      case 'additionalItems':
        expected(
          rule !== false || list.length <= (schema.items as unknown[]).length,
          `at most ${(schema.items as unknown[]).length} items`,
        );
        break;
      case 'items':
        list.forEach((item, i) => {
          const itemSchema = Array.isArray(rule) ? rule[i] : rule;
          if (itemSchema !== undefined) errors.push(...schemaErrors(itemSchema as Schema, item, at(i)));
        });
        break;
      case 'required':
        for (const name of rule as string[]) expected(Object.hasOwn(fields, name), name);
        break;
      case 'properties':
        for (const [name, property] of Object.entries(rule as Record<string, Schema>))
          if (Object.hasOwn(fields, name)) errors.push(...schemaErrors(property, fields[name], at(name)));
        break;
      default:
        throw new Error(`the keyword ${keyword} is not known here`);
    }
  }
  return errors;
}

function isOfType(value: unknown, type: string): boolean {
  if (type === 'array') return Array.isArray(value);
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  return typeof value === type;
}
