/**
 * How anybody counts a record's checksum — the SHA-256 of what was signed, as RFC 8785 writes it — without us, on the
 * file as it was saved: one line for Python 3, in any shell. (`jq` is no such tool: it writes U+007F otherwise.)
 */
export const contentSumCommand = (file: string): string =>
  `python3 -c "import hashlib,json;c=json.load(open('${file}',encoding='utf-8'))['payload']['content'];` +
  `print(hashlib.sha256(json.dumps(c,ensure_ascii=False,separators=(',',':'),sort_keys=True).encode()).hexdigest())"`;
