/*
 * Verifies one signed document again and again with libxmlsec1, in one process and on one thread, as `xmlsec1 --verify` does it once:
 * read the XML, find the signature, lead its certificate up to the trusted root, check digests and signature value.
 *
 *   xmlsec-verify DOCUMENT.xml ROOT.pem SECONDS     prints how many documents it verified, and in how many seconds of processor time
 *   xmlsec-verify --version                         prints the library's version
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <libxml/parser.h>
#include <xmlsec/xmlsec.h>
#include <xmlsec/xmltree.h>
#include <xmlsec/xmldsig.h>
#include <xmlsec/crypto.h>

static const xmlChar *ids[] = { BAD_CAST "Id", NULL };

static void fail(const char *what) {
    fprintf(stderr, "xmlsec-verify: %s\n", what);
    exit(1);
}

static double processor_time(void) {
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static char *read_file(const char *path, int *length) {
    FILE *file = fopen(path, "rb");
    if (file == NULL) fail("cannot read the document");
    fseek(file, 0, SEEK_END);
    *length = (int)ftell(file);
    rewind(file);
    char *bytes = malloc((size_t)*length);
    if (bytes == NULL || fread(bytes, 1, (size_t)*length, file) != (size_t)*length) fail("cannot read the document");
    fclose(file);
    return bytes;
}

static void verify(const char *bytes, int length, xmlSecKeysMngrPtr keys) {
    xmlDocPtr document = xmlReadMemory(bytes, length, NULL, NULL, XML_PARSE_NONET);
    if (document == NULL) fail("not XML");
    xmlNodePtr root = xmlDocGetRootElement(document);
    xmlSecAddIDs(document, root, ids);
    xmlNodePtr signature = xmlSecFindNode(root, xmlSecNodeSignature, xmlSecDSigNs);
    xmlSecDSigCtxPtr context = xmlSecDSigCtxCreate(keys);
    if (signature == NULL || context == NULL) fail("no signature");
    context->enabledReferenceUris = xmlSecTransformUriTypeSameDocument;
    if (xmlSecDSigCtxVerify(context, signature) < 0 || context->status != xmlSecDSigStatusSucceeded) fail("the signature is refused");
    xmlSecDSigCtxDestroy(context);
    xmlFreeDoc(document);
}

int main(int argc, char **argv) {
    if (argc == 2 && strcmp(argv[1], "--version") == 0) {
        puts(XMLSEC_VERSION);
        return 0;
    }
    if (argc != 4) fail("DOCUMENT.xml ROOT.pem SECONDS");

    xmlInitParser();
    if (xmlSecInit() < 0 || xmlSecCryptoAppInit(NULL) < 0 || xmlSecCryptoInit() < 0)
        fail("the library does not start");
    xmlSecKeysMngrPtr keys = xmlSecKeysMngrCreate();
    if (keys == NULL || xmlSecCryptoAppDefaultKeysMngrInit(keys) < 0
        || xmlSecCryptoAppKeysMngrCertLoad(keys, argv[2], xmlSecKeyDataFormatPem, xmlSecKeyDataTypeTrusted) < 0)
        fail("cannot load the root certificate");

    int length;
    char *bytes = read_file(argv[1], &length);
    double seconds = atof(argv[3]), start = processor_time(), elapsed;
    long count = 0;
    do {
        verify(bytes, length, keys);
        count++;
        elapsed = processor_time() - start;
    } while (elapsed < seconds);
    printf("%ld %.6f\n", count, elapsed);
    return 0;
}
