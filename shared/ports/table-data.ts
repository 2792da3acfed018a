/**
 * What an adapter kept as JSON text. Text that was cut off or damaged is handed on as it is: one such item must not
 * keep the others of its batch from being read, and the schema that reads it refuses it.
 */
export function dataOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
