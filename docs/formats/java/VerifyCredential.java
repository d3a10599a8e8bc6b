import java.io.ByteArrayInputStream;
import java.io.FileInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.cert.*;
import java.time.Instant;
import java.util.*;
import javax.xml.crypto.*;
import javax.xml.crypto.dsig.*;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.*;

/**
 * Checks structure (in part), integrity and issuer of a credential with the JDK alone (17 or later):
 *
 *     java VerifyCredential.java credential.xml root.pem KEY-ID
 *
 * KEY-ID is the id of the issuer's key in the trust list. Prints "accepted" and exits with 0, or says why not and exits with 1.
 * Several may be asked at once, three arguments each: one line each, and 0 when all are accepted.
 * What it does not check is listed in ../credential.md: above all dates, status, the test mark and the full shape.
 */
public final class VerifyCredential {
    static final String CREDENTIAL = "urn:credentialledger:credential:1";
    static final String DS = XMLSignature.XMLNS;
    static final String XADES = "http://uri.etsi.org/01903/v1.3.2#";

    public static void main(String[] args) {
        if (args.length == 0 || args.length % 3 != 0) {
            System.err.println("usage: java VerifyCredential.java (credential.xml root.pem KEY-ID)...");
            System.exit(64);
        }
        int refused = 0;
        for (int i = 0; i < args.length; i += 3) {
            try {
                verify(Files.readAllBytes(Path.of(args[i])), certificate(args[i + 1]), args[i + 2]);
                System.out.println("accepted");
            } catch (Exception why) {
                System.out.println("refused: " + why.getMessage());
                refused++;
            }
        }
        System.exit(refused == 0 ? 0 : 1);
    }

    static void verify(byte[] bytes, X509Certificate root, String keyId) throws Exception {
        require(bytes.length <= 1024 * 1024, "too large");
        Element credential = parse(bytes).getDocumentElement();
        // The signed element must be the root of the document, or someone has wrapped it.
        require(CREDENTIAL.equals(credential.getNamespaceURI()) && "Credential".equals(credential.getLocalName()), "not a credential");
        require(credential.getElementsByTagNameNS(DS, "Signature").getLength() == 1, "not exactly one signature");
        Element signature = (Element) credential.getLastChild();
        require(DS.equals(signature.getNamespaceURI()) && "Signature".equals(signature.getLocalName()), "the signature is misplaced");
        Element properties = only(signature, XADES, "SignedProperties");
        require("credential".equals(credential.getAttribute("Id")) && "signed-properties".equals(properties.getAttribute("Id")), "other ids");

        List<X509Certificate> path = certificates(signature);
        X509Certificate signer = path.get(0);
        DOMValidateContext context = new DOMValidateContext(signer.getPublicKey(), signature);
        context.setProperty("org.jcp.xml.dsig.secureValidation", Boolean.TRUE);
        context.setIdAttributeNS(credential, null, "Id");
        context.setIdAttributeNS(properties, null, "Id");
        XMLSignature parsed = XMLSignatureFactory.getInstance("DOM").unmarshalXMLSignature(context);
        references(parsed.getSignedInfo());
        require(parsed.validate(context), "the signature or a digest does not fit");

        Element named = only(properties, XADES, "CertDigest");
        byte[] digest = Base64.getDecoder().decode(only(named, DS, "DigestValue").getTextContent());
        require(MessageDigest.isEqual(digest, sha256(signer.getEncoded())), "the signed properties name another certificate");
        trust(path, root, Instant.parse(only(properties, XADES, "SigningTime").getTextContent()));
        require(keyId(signer).equals(keyId), "another key than the issuer's: " + keyId(signer));
    }

    /** Exactly the two references, their transforms and the algorithms of the format. */
    static void references(SignedInfo info) {
        String method = info.getSignatureMethod().getAlgorithm();
        require(method.equals("http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256")
            || method.equals("http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"), "signature method " + method);
        require(info.getCanonicalizationMethod().getAlgorithm().equals(CanonicalizationMethod.EXCLUSIVE), "canonicalization method");
        List<Reference> references = info.getReferences();
        require(references.size() == 2, "not exactly two references");
        reference(references.get(0), "#credential", null, List.of(Transform.ENVELOPED, CanonicalizationMethod.EXCLUSIVE));
        reference(references.get(1), "#signed-properties", "http://uri.etsi.org/01903#SignedProperties", List.of(CanonicalizationMethod.EXCLUSIVE));
    }

    static void reference(Reference reference, String uri, String type, List<String> transforms) {
        require(uri.equals(reference.getURI()) && Objects.equals(type, reference.getType()), "reference to " + reference.getURI());
        require(reference.getDigestMethod().getAlgorithm().equals(DigestMethod.SHA256), "digest method");
        List<String> found = new ArrayList<>();
        for (Transform transform : reference.getTransforms()) found.add(transform.getAlgorithm());
        require(found.equals(transforms), "transforms of " + uri);
    }

    /** The path from the signer to the one trusted root, as of the claimed time of signing; nothing is fetched. */
    static void trust(List<X509Certificate> path, X509Certificate root, Instant signedAt) throws Exception {
        PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(root, null)));
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(signedAt));
        CertPathValidator.getInstance("PKIX").validate(CertificateFactory.getInstance("X.509").generateCertPath(path), parameters);
        boolean[] usage = path.get(0).getKeyUsage();
        require(usage != null && (usage[0] || usage[1]) && path.get(0).getBasicConstraints() < 0, "not a certificate for signing documents");
    }

    static Document parse(byte[] bytes) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setXIncludeAware(false);
        factory.setExpandEntityReferences(false);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setFeature(javax.xml.XMLConstants.FEATURE_SECURE_PROCESSING, true);
        var builder = factory.newDocumentBuilder();
        builder.setErrorHandler(null);
        return builder.parse(new ByteArrayInputStream(bytes));
    }

    static List<X509Certificate> certificates(Element signature) throws Exception {
        NodeList texts = signature.getElementsByTagNameNS(DS, "X509Certificate");
        require(texts.getLength() >= 1 && texts.getLength() <= 4, "no certificate, or too many");
        List<X509Certificate> found = new ArrayList<>();
        for (int i = 0; i < texts.getLength(); i++) {
            byte[] der = Base64.getDecoder().decode(texts.item(i).getTextContent());
            found.add((X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der)));
        }
        return found;
    }

    static X509Certificate certificate(String file) throws Exception {
        try (var stream = new FileInputStream(file)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(stream);
        }
    }

    static String keyId(X509Certificate certificate) throws Exception {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sha256(certificate.getPublicKey().getEncoded()));
    }

    static byte[] sha256(byte[] bytes) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }

    static Element only(Element parent, String namespace, String name) {
        NodeList found = parent.getElementsByTagNameNS(namespace, name);
        require(found.getLength() == 1, "not exactly one " + name);
        return (Element) found.item(0);
    }

    static void require(boolean holds, String otherwise) {
        if (!holds) throw new IllegalArgumentException(otherwise);
    }
}
